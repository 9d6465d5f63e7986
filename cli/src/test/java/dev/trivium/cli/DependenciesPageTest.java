package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md lists the libraries that the build resolves for the command line, and NOTICE those that must be named. */
class DependenciesPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<group>[\\w.-]+) \\| (?<artifacts>[\\w., -]+) \\| (?<version>\\d[\\w.-]*) \\| (?<licence>[^|]+) \\|$");
    /** Libraries of the tests alone. */
    private static final Pattern OF_TESTS = Pattern.compile("(junit|opentest4j|apiguardian|surefire|archunit|hamcrest).*");

    @Test
    void thePageListsWhatTheBuildResolves() throws IOException {
        Set<String> resolved = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(DependenciesPageTest::name)
                .filter(name -> name.endsWith(".jar") && !name.startsWith("trivium-") && !OF_TESTS.matcher(name).matches())
                .map(name -> name.replaceAll("(-(linux|osx|win)-(x86_64|aarch64|arm64))?\\.jar$", "")).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(resolved.isEmpty(), "the class path must hold libraries");
        Set<String> unlisted = new TreeSet<>(resolved);
        unlisted.removeAll(page().keySet());
        Set<String> absent = new TreeSet<>(page().keySet());
        absent.removeAll(resolved);
        assertEquals("not listed: [], listed and not there: []", "not listed: " + unlisted + ", listed and not there: " + absent);
    }

    @Test
    void libraryAfterLibraryHasALicenceAndTheLesserOnesAreInTheNotice() throws IOException {
        Map<String, String> page = page();
        assertTrue(page.values().stream().noneMatch(String::isBlank), page.toString());
        String notice = Files.readString(Pages.root().resolve("NOTICE"));
        assertTrue(notice.contains("(CDK) " + version(page, "cdk-core")), notice);
        assertTrue(notice.contains("JNA-InChI " + version(page, "jna-inchi-core")), notice);
        assertTrue(notice.contains("XOM " + version(page, "xom")), notice);
        List<String> lesser = page.entrySet().stream().filter(entry -> entry.getValue().startsWith("LGPL")).map(Map.Entry::getKey)
                .filter(name -> !name.matches("(cdk|jna-inchi|xom)-.*")).toList();
        assertEquals(List.of(), lesser, "under the LGPL and not in NOTICE");
    }

    @Test
    void theNoticeIsInTheJarOfTheMolecules() throws IOException {
        List<URL> notices = Collections.list(DependenciesPageTest.class.getClassLoader().getResources("META-INF/NOTICE"));
        String own = Files.readString(Pages.root().resolve("NOTICE"));
        List<String> texts = new ArrayList<>();
        for (URL notice : notices) {
            try (InputStream in = notice.openStream()) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(texts.contains(own), notices.toString());
    }

    @Test
    void forecastingAndImputationDoNotBringTheChemistry() throws IOException {
        for (String module : List.of("timeseries", "imputation", "data", "evaluation", "shared-nn")) {
            String pom = Files.readString(Pages.root().resolve(module).resolve("pom.xml"));
            assertFalse(pom.contains("openscience") || pom.contains("trivium-molecular"), module);
        }
    }

    private static String version(Map<String, String> page, String artifact) {
        return page.keySet().stream().filter(name -> name.startsWith(artifact + "-")).map(name -> name.substring(artifact.length() + 1)).findFirst()
                .orElseThrow();
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    /** Licences by {@code artifact-version}. */
    private static Map<String, String> page() throws IOException {
        Map<String, String> licences = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(Pages.root().resolve("docs/dependencies.md")));
        while (row.find()) {
            for (String artifact : row.group("artifacts").split(", ")) {
                licences.put(artifact + "-" + row.group("version"), row.group("licence"));
            }
        }
        return licences;
    }
}
