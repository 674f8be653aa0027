package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.SpreadsheetCsv;
import fr.hubee.kernel.shared.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of an import, or of its dry run, line by line. */
public record ImportReport(List<ImportLine> lines) {
    public ImportReport {
        lines = List.copyOf(lines);
    }

    public long count(ImportOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public List<ImportOutcome> outcomes() {
        return List.of(ImportOutcome.values());
    }

    /** Returns the number of values that its empty cells erase. */
    public long erased() {
        return lines.stream()
                .flatMap(line -> line.changes().stream())
                .filter(change -> change.after().isEmpty())
                .count();
    }

    public boolean changes() {
        return count(ImportOutcome.CREATED) + count(ImportOutcome.UPDATED) > 0;
    }

    /** The first ones, those that are refused before all others. */
    public List<ImportLine> refusedFirst(int most) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.outcome() != ImportOutcome.REFUSED))
                .limit(most)
                .toList();
    }

    public String toCsv() {
        var text = new StringBuilder();
        try {
            var csv = new SpreadsheetCsv(
                    text,
                    Words.text("directory.import.line"),
                    Words.text("directory.import.organization"),
                    OrganizationField.NAME.label(),
                    Words.text("directory.import.outcome"),
                    Words.text("directory.import.explanation"));
            for (var line : lines) {
                csv.line(line.number(), line.key(), line.name(), line.outcome().label(), line.explanation());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // writes to memory
        }
        return text.toString();
    }

    /** The result of a line of a file, or the expected result in a dry run. */
    public enum ImportOutcome implements Labelled {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * The result of one line of a file.
     *
     * @param number as an editor shows it: the header line counts
     * @param key as it was typed
     * @param name of the organisation afterwards; as it was typed where the line is refused
     * @param sentences why it was refused; empty otherwise
     * @param changes of an organisation that is known
     */
    public record ImportLine(
            int number,
            String key,
            String name,
            ImportOutcome outcome,
            List<String> sentences,
            List<FieldChange> changes) {

        String explanation() {
            return Stream.concat(sentences.stream(), changes.stream().map(FieldChange::text))
                    .collect(Collectors.joining(" "));
        }
    }

    /** A new value of one field; empty for none. */
    public record FieldChange(String field, String before, String after) {
        String text() {
            return Words.text("directory.import.change", field, before, after);
        }
    }
}
