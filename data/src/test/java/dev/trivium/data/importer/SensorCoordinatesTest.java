package dev.trivium.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensorCoordinatesTest {

    @TempDir
    private Path folder = Path.of("");

    private SensorCoordinates read(String text) throws IOException {
        return SensorCoordinates.read(Files.writeString(folder.resolve("c.txt"), text, StandardCharsets.UTF_8));
    }

    private String refused(String text) {
        return assertThrows(ImportException.class, () -> read(text)).getMessage().replace(folder.resolve("c.txt").toString(), "c.txt");
    }

    @Test
    void aTableWithAHeaderAndOneWithout() throws IOException {
        SensorCoordinates named = read("index,sensor_id,latitude,longitude\n0,773869,34.15497,-118.31829\n");
        assertEquals(new SensorCoordinates.Place("773869", 34.15497, -118.31829), named.places().get(0));
        assertEquals("400001", read("400001,37.364085,-121.901149\n").places().get(0).name());
    }

    @Test
    void columnsApartBySpacesAndALineOfDashes() throws IOException {
        SensorCoordinates read = read("device ID   device brand/model   latitude (N)   longitude(E)\n---------   ----\n"
                + "gateway-01  Mikrotik wAP LR9 kit    44.82   10.81\n");
        assertEquals("gateway-01", read.places().get(0).name());
        assertTrue(read.geographic());
    }

    @Test
    void aQuarterOfAMeridianAndAPlaneTriangle() throws IOException {
        SensorCoordinates earth = read("name;lat;lng\npole;90;0\nequator;0;50\n");
        assertEquals(Math.PI / 2 * 6_371_008.8, earth.distance("pole", "equator"), 1e-6);
        SensorCoordinates plane = read("node,x,y\na,0,0\nb,3,-4\n");
        assertFalse(plane.geographic());
        assertEquals(5, plane.distance("b", "a"));
        var e = assertThrows(IllegalArgumentException.class, () -> plane.place("c"));
        assertEquals("name must be one of [a, b], got c", e.getMessage());
    }

    @Test
    void whatIsNoTableOfPlacesIsRefusedWithItsLine() {
        assertEquals("c.txt:1: must be a header with a name and latitude and longitude or x and y, got a,b", refused("a,b\n1,2\n"));
        assertEquals("c.txt:3: names must differ, got a twice", refused("node,x,y\na,1,2\na,1,2\n"));
        assertEquals("c.txt:2: latitude must lie in [-90, 90] and longitude in [-180, 180], got 91.0 and 0.0", refused("id,lat,lon\na,91,0\n"));
        assertEquals("c.txt:2: x must be a number, got NaN", refused("id,x,y\na,NaN,0\n"));
        assertEquals("c.txt: must hold a sensor, got none", refused("\n---\n"));
    }
}
