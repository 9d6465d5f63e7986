package dev.trivium.cli.search;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a series and where validation begins, from a search to its children: every value as it was, bit by bit. Lives as long as the search. */
public final class SeriesFile {

    private static final String NAME = "series.bin";
    private static final int LONGEST_HEADER = 1 << 26;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SeriesFile() {}

    /**
     * What a file holds.
     *
     * @param series training rows, then validation rows; never a test row
     * @param trainRows how many of them are training rows
     */
    public record Content(SeriesSet series, int trainRows) {}

    /** Writes it into a folder. */
    public static void write(Path folder, Content content) throws IOException {
        SeriesSet series = content.series();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("trainRows", content.trainRows());
        header.put("time", series.time().describe());
        header.put("names", series.names());
        header.put("units", series.variables().stream().map(variable -> variable.unit().orElse("")).toList());
        byte[] bytes = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))))) {
            out.writeInt(bytes.length);
            out.write(bytes);
            for (double value : series.toArray()) {
                out.writeDouble(value);
            }
        }
    }

    /**
     * {@return what was written into a folder}
     *
     * @throws IOException if it is not there or not whole; the message names the file
     */
    public static Content read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int length = in.readInt();
            if (length < 0 || length > LONGEST_HEADER) {
                throw new IOException(file + " must begin with the length of its header, got " + length);
            }
            Map<String, Object> header = JSON.readValue(in.readNBytes(length), new TypeReference<Map<String, Object>>() {});
            TimeAxis time = TimeAxis.parse(JSON.convertValue(header.get("time"), new TypeReference<Map<String, Object>>() {}));
            List<String> names = JSON.convertValue(header.get("names"), new TypeReference<List<String>>() {});
            List<String> units = JSON.convertValue(header.get("units"), new TypeReference<List<String>>() {});
            List<Variable> variables = new ArrayList<>();
            for (int s = 0; s < names.size(); s++) {
                variables.add(new Variable(names.get(s), units.get(s).isEmpty() ? Optional.empty() : Optional.of(units.get(s))));
            }
            double[] values = new double[time.length() * names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
            return new Content(SeriesSet.of(time, variables, values), ((Number) header.get("trainRows")).intValue());
        } catch (RuntimeException e) {
            throw new IOException(file + " must hold rows of a search: " + e.getMessage(), e);
        }
    }
}
