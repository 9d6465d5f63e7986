package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where sensors stand: latitude and longitude in degrees, or x and y in one unit of length.
 *
 * <p>Read from a table of one sensor a line. Fields are separated by commas, semicolons or tabs or, if a line has none, by two or more
 * spaces. The header has a column that starts with {@code latitude} or {@code lat} and one that starts with {@code longitude}, {@code lon} or
 * {@code lng}, or columns {@code x} and {@code y}; the name is in the column {@code sensor_id}, {@code device ID}, {@code name}, {@code id},
 * {@code node}, {@code mote} or {@code station}, the first of these that there is. A file without a header has name, latitude, longitude.
 * Lines of dashes and blank lines are skipped.
 */
public final class SensorCoordinates {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8; // IUGG mean radius
    private static final List<String> NAMES = List.of("sensor_id", "device id", "name", "id", "node", "mote", "station");

    private final List<Place> places;
    private final boolean geographic;

    private SensorCoordinates(List<Place> places, boolean geographic) {
        this.places = List.copyOf(places);
        this.geographic = geographic;
    }

    /**
     * Where one sensor stands.
     *
     * @param name   as the series are called
     * @param first  latitude in degrees, or x
     * @param second longitude in degrees, or y
     */
    public record Place(String name, double first, double second) {}

    /**
     * Reads a table.
     *
     * @throws ImportException if a line does not fit, or a name comes twice; the message has path and line
     * @throws IOException     if the disk fails
     */
    public static SensorCoordinates read(Path path) throws IOException {
        List<Line> lines = new ArrayList<>();
        LogFiles.lines(path, name -> true, line -> {
            if (!line.text().isBlank() && !line.text().matches("[-\\s]+")) {
                lines.add(line);
            }
        });
        if (lines.isEmpty()) {
            throw new ImportException(path.toString(), "must hold a sensor, got none");
        }
        return read(lines);
    }

    private static SensorCoordinates read(List<Line> lines) throws ImportException {
        List<String> head = fields(lines.get(0));
        boolean headless = head.size() == 3 && head.get(1).matches("[+-]?[\\d.]+") && head.get(2).matches("[+-]?[\\d.]+");
        List<String> header = headless ? List.of("name", "latitude", "longitude")
                : head.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
        boolean geographic = column(header, "lat.*") >= 0;
        int first = column(header, geographic ? "lat.*" : "x");
        int second = column(header, geographic ? "(lon|lng).*" : "y");
        int name = NAMES.stream().mapToInt(header::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
        if (first < 0 || second < 0 || name < 0) {
            throw lines.get(0).error("must be a header with a name and latitude and longitude or x and y, got " + lines.get(0).text());
        }
        List<Place> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines.subList(headless ? 0 : 1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() != header.size()) {
                throw line.error("must have " + header.size() + " fields, got " + fields.size());
            }
            Place place = new Place(fields.get(name), line.number(header.get(first), fields.get(first)),
                    line.number(header.get(second), fields.get(second)));
            if (geographic && (Math.abs(place.first()) > 90 || Math.abs(place.second()) > 180)) {
                throw line.error("latitude must lie in [-90, 90] and longitude in [-180, 180], got " + place.first() + " and " + place.second());
            }
            if (!seen.add(place.name())) {
                throw line.error("names must differ, got " + place.name() + " twice");
            }
            places.add(place);
        }
        return new SensorCoordinates(places, geographic);
    }

    private static int column(List<String> header, String pattern) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> fields(Line line) {
        String text = line.text().strip();
        String separator = text.contains(",") ? "," : text.contains(";") ? ";" : text.contains("\t") ? "\t+" : "\\s{2,}";
        return List.of(text.split(separator, -1)).stream().map(String::strip).toList();
    }

    /** {@return the sensors, in the order of the file} */
    public List<Place> places() {
        return places;
    }

    /** {@return whether places are latitude and longitude; else x and y} */
    public boolean geographic() {
        return geographic;
    }

    /**
     * {@return the place of a sensor}
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists those there are
     */
    public Place place(String name) {
        return places.stream().filter(place -> place.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "name must be one of " + places.stream().map(Place::name).toList() + ", got " + name));
    }

    /** {@return the distance of two sensors: metres along a great circle (haversine), or in the unit of x and y} */
    public double distance(String from, String to) {
        Place a = place(from);
        Place b = place(to);
        if (!geographic) {
            return Math.hypot(a.first() - b.first(), a.second() - b.second());
        }
        double latitudes = Math.sin(Math.toRadians(b.first() - a.first()) / 2);
        double longitudes = Math.sin(Math.toRadians(b.second() - a.second()) / 2);
        double chord = latitudes * latitudes
                + Math.cos(Math.toRadians(a.first())) * Math.cos(Math.toRadians(b.first())) * longitudes * longitudes;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
