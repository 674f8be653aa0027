package fr.hubee.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What became of a file of organisations, line by line.
 *
 * @param written false when the file was only checked
 */
public record ImportReport(boolean written, List<ImportLine> lines) {
    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setDelimiter(';')
            .setHeader("Ligne", "Organisation", "Résultat", "Explication")
            .get();

    /** By which a spreadsheet knows that the file is in UTF-8. */
    private static final char MARK = '\uFEFF';

    public ImportReport {
        lines = List.copyOf(lines);
    }

    public long count(ImportOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** The report as a file that a spreadsheet opens, in which nothing is a formula. */
    public String toCsv() {
        var text = new StringBuilder().append(MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (var line : lines) {
                printer.printRecord(
                        line.number(),
                        harmless(line.key()),
                        line.outcome().label(),
                        harmless(String.join(" ", line.sentences())));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a text in memory
        }
        return text.toString();
    }

    /** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it a text. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r\\n|%].*") ? "'" + cell : cell;
    }
}
