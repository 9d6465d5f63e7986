package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PictureTest {

    private final Picture picture = new Picture("a & b", 60, 40, List.of(
            Mark.Area.box(0, 0, 60, 40, Ink.PAPER),
            Mark.Area.box(2, 2, 10, 10, Ink.VERMILION),
            Mark.Stroke.line(20, 5, 50, 5, Ink.BLUE, 3, false),
            new Mark.Dot(30, 25, 4, Ink.HISTORY),
            new Mark.Text(40, 35, "<°C> & \u0001", 9, true, Mark.Anchor.END, Ink.TEXT)));

    @Test
    void svgHoldsEveryMarkInOrder() throws Exception {
        String golden = """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="60" height="40" viewBox="0 0 60 40"\
                 font-family="DejaVu Sans, Verdana, Helvetica, Arial, sans-serif">
                <title>a &amp; b</title>
                <polygon fill="#FFFFFF" points="0,0 60,0 60,40 0,40"/>
                <polygon fill="#D55E00" points="2,2 12,2 12,12 2,12"/>
                <polyline fill="none" stroke="#0072B2" stroke-width="3" stroke-linejoin="round" points="20,5 50,5"/>
                <circle cx="30" cy="25" r="4" fill="#4A4A4A"/>
                <text x="40" y="35" font-size="9" fill="#222222" font-weight="bold" text-anchor="end">&lt;°C&gt; &amp; \uFFFD</text>
                </svg>
                """;
        assertEquals(golden, picture.svg());
        Element text = (Element) parsed(picture.svg()).getElementsByTagName("text").item(0);
        assertEquals("<°C> & \uFFFD", text.getTextContent());
    }

    @Test
    void pngShowsTheSameMarksAtTwiceTheSize() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertEquals(120, image.getWidth());
        assertEquals(80, image.getHeight());
        assertEquals(0xFFFFFFFF, image.getRGB(110, 70));
        assertEquals(0xFFD55E00, image.getRGB(14, 14));
        assertEquals(0xFF0072B2, image.getRGB(70, 10));
        assertEquals(0xFF4A4A4A, image.getRGB(60, 50));
    }

    @Test
    void theExtensionChoosesTheFormat(@TempDir Path folder) throws IOException {
        picture.write(folder.resolve("a.SVG"));
        picture.write(folder.resolve("a.png"));
        assertTrue(Files.readString(folder.resolve("a.SVG")).startsWith("<svg "));
        assertEquals((byte) 'P', Files.readAllBytes(folder.resolve("a.png"))[1]);
        Path pdf = folder.resolve("a.pdf");
        assertEquals("file must end in .svg or .png, got " + pdf,
                assertThrows(IllegalArgumentException.class, () -> picture.write(pdf)).getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count()); // no unfinished file is left
        }
    }

    @Test
    void anExistingFileIsReplacedAndAMissingFolderIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.svg"), "old");
        picture.write(file);
        assertTrue(Files.readString(file).startsWith("<svg "));
        var e = assertThrows(NoSuchFileException.class, () -> picture.write(folder.resolve("none").resolve("a.svg")));
        assertTrue(e.getMessage().contains(folder.resolve("none").toString()), e.getMessage());
    }

    static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
