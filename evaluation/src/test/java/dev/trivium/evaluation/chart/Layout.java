package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What must hold for the layout of every picture. */
final class Layout {

    private record Box(double left, double top, double right, double bottom, String text) {

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private Layout() {
    }

    /** Asserts that no two texts overlap, and that nothing sticks out of the picture. */
    static void assertTidy(Picture picture) {
        List<Box> boxes = new ArrayList<>();
        for (Mark mark : picture.marks()) {
            if (mark instanceof Mark.Text text) {
                boxes.add(box(text));
            } else if (mark instanceof Mark.Stroke stroke) {
                assertInside(picture, stroke.x(), stroke.y());
            } else if (mark instanceof Mark.Area area) {
                assertInside(picture, area.x(), area.y());
            }
        }
        for (Box box : boxes) {
            assertTrue(box.left >= 0 && box.top >= 0 && box.right <= picture.width() + 1 && box.bottom <= picture.height(),
                    "text sticks out: " + box);
            boxes.forEach(other -> assertTrue(box == other || !box.touches(other), "texts overlap: " + box + " and " + other));
        }
    }

    private static Box box(Mark.Text text) {
        double width = TextWidth.of(text.text(), text.size(), text.bold());
        double left = text.x() - (text.anchor() == Mark.Anchor.START ? 0 : text.anchor() == Mark.Anchor.MIDDLE ? width / 2 : width);
        return new Box(left, text.y() - 0.8 * text.size(), left + width, text.y() + 0.2 * text.size(), text.text());
    }

    private static void assertInside(Picture picture, double[] x, double[] y) {
        assertTrue(DoubleStream.of(x).allMatch(v -> v >= 0 && v <= picture.width()), "x outside the picture");
        assertTrue(DoubleStream.of(y).allMatch(v -> v >= 0 && v <= picture.height()), "y outside the picture");
    }

    static List<String> texts(Picture picture) {
        return picture.marks().stream().filter(Mark.Text.class::isInstance).map(mark -> ((Mark.Text) mark).text()).toList();
    }
}
