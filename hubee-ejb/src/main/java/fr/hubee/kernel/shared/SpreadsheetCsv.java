package fr.hubee.kernel.shared;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file that a French spreadsheet opens directly, without formula injection. */
public final class SpreadsheetCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create(CSVFormat.DEFAULT).setDelimiter(';').get();

    /** The byte order mark, by which a spreadsheet detects UTF-8. */
    private static final char MARK = '\uFEFF';

    private final CSVPrinter printer;

    public SpreadsheetCsv(Appendable target, String... columns) throws IOException {
        target.append(MARK);
        printer = new CSVPrinter(target, FORMAT);
        printer.printRecord((Object[]) columns);
    }

    /** @param cells numbers stay numbers; other values are written as text; null is an empty cell */
    public void line(Object... cells) throws IOException {
        printer.printRecord(Stream.of(cells).map(SpreadsheetCsv::cell).toList());
    }

    private static Object cell(Object value) {
        return value == null || value instanceof Number ? value : harmless(SeenText.of(value.toString()));
    }

    /** A leading apostrophe turns a formula into text. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n|%].*") ? "'" + text : text;
    }
}
