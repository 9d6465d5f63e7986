package dev.trivium.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules about the shape of all modules that neither Maven nor a list of forbidden calls can express. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.trivium");

    @Test
    void theClassesOfTheModulesAreFound() {
        for (String module : List.of("dev.trivium.nn", "dev.trivium.data", "dev.trivium.cli")) {
            assertTrue(OURS.stream().anyMatch(c -> c.getPackageName().startsWith(module)), "no class found in " + module);
        }
    }

    @Test
    void noTypeOfTheEngineIsPartOfAPublicSignature() {
        codeUnits().that(areVisibleToUsers()).should(haveNoTypeOfTheEngine(ArchitectureTest::signature)).check(OURS);
        fields().that(areVisibleToUsers()).should(haveNoTypeOfTheEngine(field -> Stream.of(field.getType()))).check(OURS);
    }

    @Test
    void theEngineIsKnownToTheTensorFacadeOnly() {
        noClasses().that().resideOutsideOfPackage("dev.trivium.nn.tensor").should().dependOnClassesThat()
                .resideInAPackage("ai.djl..").check(OURS);
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        Set<String> empty = Set.of("util", "utils", "common", "helper", "helpers", "manager", "managers", "impl", "misc", "core");
        assertEquals(List.of(), packages().map(JavaPackage::getName)
                .filter(name -> Stream.of(name.split("\\.")).anyMatch(empty::contains)).toList());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertEquals(List.of(), packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName).toList());
    }

    private static Stream<JavaPackage> packages() {
        return OURS.stream().map(JavaClass::getPackage).distinct();
    }

    private static DescribedPredicate<JavaMember> areVisibleToUsers() {
        return describe("are visible to users", member -> isVisible(member.getModifiers()) && isVisible(member.getOwner()));
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers()) && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }

    private static <T extends JavaMember> ArchCondition<T> haveNoTypeOfTheEngine(Function<T, Stream<JavaType>> signature) {
        return new ArchCondition<>("have no type of the engine") {
            @Override
            public void check(T member, ConditionEvents events) {
                signature.apply(member).flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(ArchitectureTest::isOfTheEngine)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " shows " + type.getName() + " to users")));
            }
        };
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.concat(
                Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType())), unit.getExceptionTypes().stream());
    }

    private static boolean isOfTheEngine(JavaClass type) {
        return type.getPackageName().startsWith("ai.djl");
    }
}
