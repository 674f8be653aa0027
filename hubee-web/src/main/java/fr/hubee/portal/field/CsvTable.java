package fr.hubee.portal.field;

import fr.hubee.kernel.shared.SpreadsheetCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes CSV, for spreadsheets and programs. */
final class CsvTable implements ExportTable {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final Writer writer;
    private final SpreadsheetCsv csv;

    CsvTable(OutputStream target, String[] names) throws IOException {
        writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        csv = new SpreadsheetCsv(writer, names);
    }

    @Override
    public void line(Object... cells) throws IOException {
        csv.line(Arrays.stream(cells)
                .map(cell -> cell instanceof LocalDateTime moment ? MOMENT.format(moment) : cell)
                .toArray());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
