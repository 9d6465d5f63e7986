package dev.trivium.cli.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records back: strictly, for a record may come from anywhere. */
public final class RecordText {

    private RecordText() {}

    /**
     * Reads a record.
     *
     * @param object what {@link RunRecord#json} gave
     * @param path   how a refusal names the file
     * @throws IOException naming the first field that is not as it must be
     */
    public static RunRecord parse(Map<String, @Nullable Object> object, String path) throws IOException {
        RecordFields top = new RecordFields(object, path, "");
        if (!RunRecord.FORMAT.equals(object.get("format"))) {
            throw top.refused("format", "must be " + RunRecord.FORMAT + ", got " + RecordFields.shown(object.get("format"))
                    + ": it is no record of a run, or that of another version of Trivium");
        }
        top.requireOnly("format", "command", "options", "defaults", "files", "facts", "environment", "result", "time");
        List<Typed> options = new ArrayList<>();
        for (RecordFields each : top.objects("options")) {
            each.requireOnly("name", "values");
            options.add(new Typed(each.text("name"), each.list("values")));
        }
        List<FileFact> files = new ArrayList<>();
        for (RecordFields each : top.objects("files")) {
            files.add(file(each));
        }
        return new RunRecord(top.text("command"), options, top.texts("defaults"), files, top.object("facts"), top.texts("environment"),
                result(top), top.text("time"));
    }

    private static FileFact file(RecordFields fields) throws IOException {
        fields.requireOnly("option", "name", "sha256", "bytes", "catalogue", "fingerprint");
        return new FileFact(fields.text("option"), fields.fileName("name"), fields.sha256("sha256"), fields.size("bytes"),
                fields.has("fingerprint") ? Optional.of(fields.sha256("fingerprint")) : Optional.empty(), fields.flag("catalogue"));
    }

    private static Map<String, @Nullable Object> result(RecordFields top) throws IOException {
        RecordFields result = top.fields("result");
        String kind = result.text(RunRecord.KIND);
        result.sha256(RunRecord.FINGERPRINT);
        if (kind.equals(RunRecord.MODEL)) {
            result.requireOnly(RunRecord.KIND, RunRecord.FINGERPRINT, "name", "metrics", RunRecord.TENSORS);
            result.fileName("name");
            result.object("metrics");
            if (result.has(RunRecord.TENSORS)) {
                RecordFields tensors = result.fields(RunRecord.TENSORS);
                for (String name : result.object(RunRecord.TENSORS).keySet()) {
                    tensors.sha256(name);
                }
            }
        } else if (kind.equals(RunRecord.CARD)) {
            result.requireOnly(RunRecord.KIND, RunRecord.FINGERPRINT, RunRecord.CARD);
            result.object(RunRecord.CARD);
        } else {
            throw result.refused(RunRecord.KIND, "must be model or card, got " + RecordFields.shown(kind));
        }
        return top.object("result");
    }
}
