package guifan.batch;

import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Node;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import guifan.source.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was done at the last run of a plan: which text of each standard was used, and what was read and written. */
final class Lock {

    /**
     * What one run did.
     *
     * @param id the run
     * @param standard the resolved id of the standard, such as {@code 2019.1}
     * @param text the hash of the standard's text
     * @param work the hash of everything that decides the outputs
     * @param outputs the hash of each output, by its path in the plan
     */
    record Entry(String id, String standard, String text, String work, Map<String, String> outputs) {
        Entry {
            outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Returns the lock in {@code source}; one that cannot be read is reported. */
    static Lock read(SourceText source, Problems problems) {
        Lock lock = new Lock();
        Optional<Node> document = YamlReader.read(source, problems);
        if (document.isPresent()) {
            Fields fields = Fields.of(document.get(), problems);
            FileFormat.require(fields);
            for (Fields run : fields.sections("runs")) {
                Map<String, String> outputs = new LinkedHashMap<>();
                for (Fields output : run.sections("outputs")) {
                    outputs.put(output.text("file"), output.text("sha256"));
                }
                lock.put(new Entry(run.text("id"), run.text("standard"), run.text("text"), run.text("work"), outputs));
            }
            fields.finish();
        }
        return lock;
    }

    synchronized Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    synchronized void put(Entry entry) {
        entries.put(entry.id(), entry);
    }

    /** Returns the file that holds the entries of {@code runs}, in their order; those of other runs are left out. */
    synchronized String text(List<Run> runs) {
        List<String> lines = new ArrayList<>(List.of(
                "# 由 guifan batch 写成：上次运行用了哪个文本、读了什么、写了什么。不要手改。",
                "# Written by guifan batch: which texts the last run used, what it read and wrote. Not to be edited.",
                "format: 1",
                "runs:"));
        for (Run run : runs) {
            Entry entry = entries.get(run.id());
            if (entry != null) {
                lines.add("  - id: " + YamlWriter.quoted(entry.id()));
                lines.add("    standard: " + YamlWriter.quoted(entry.standard()));
                lines.add("    text: " + YamlWriter.quoted(entry.text()));
                lines.add("    work: " + YamlWriter.quoted(entry.work()));
                lines.add("    outputs:");
                entry.outputs()
                        .forEach((file, hash) -> lines.add("      - {file: " + YamlWriter.quoted(file) + ", sha256: "
                                + YamlWriter.quoted(hash) + "}"));
            }
        }
        if (lines.get(lines.size() - 1).equals("runs:")) {
            lines.set(lines.size() - 1, "runs: []");
        }
        lines.add("...");
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
