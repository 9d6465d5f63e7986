package dev.trivium.evaluation.chart;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a picture with Java2D. */
final class PngWriter {

    private static final int SCALE = 2;

    byte[] write(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image(picture), "png", out)) {
                throw new IOException("PNG cannot be written: this Java has no PNG writer; write .svg instead");
            }
        } catch (LinkageError | InternalError | AWTError e) { // no FreeType, no fonts, or a display that does not answer
            throw new IOException("PNG cannot be drawn by this Java (" + e
                    + "); write .svg instead, or install fonts and run with -Djava.awt.headless=true", e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(
                picture.width() * SCALE, picture.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            picture.marks().forEach(mark -> draw(mark, graphics));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void draw(Mark mark, Graphics2D graphics) {
        if (mark instanceof Mark.Stroke stroke) {
            graphics.setColor(color(stroke.ink()));
            graphics.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                    stroke.dashed() ? new float[] {5, 4} : null, 0));
            graphics.draw(path(stroke.x(), stroke.y()));
        } else if (mark instanceof Mark.Area area) {
            graphics.setColor(color(area.ink()));
            Path2D path = path(area.x(), area.y());
            path.closePath();
            graphics.fill(path);
        } else if (mark instanceof Mark.Dot dot) {
            graphics.setColor(color(dot.ink()));
            graphics.fill(new Ellipse2D.Double(
                    dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius()));
        } else if (mark instanceof Mark.Text text) {
            text(text, graphics);
        }
    }

    private static void text(Mark.Text text, Graphics2D graphics) {
        Font font = new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) text.size());
        graphics.setFont(font);
        graphics.setColor(color(text.ink()));
        double width = graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
        double shift = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        graphics.drawString(text.text(), (float) (text.x() - shift), (float) text.y());
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }

    private static Color color(Ink ink) {
        return new Color(ink.rgb() >> 16 & 0xFF, ink.rgb() >> 8 & 0xFF, ink.rgb() & 0xFF, (int) Math.round(255 * ink.opacity()));
    }
}
