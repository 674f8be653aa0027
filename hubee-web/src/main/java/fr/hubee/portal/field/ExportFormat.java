package fr.hubee.portal.field;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.SeenText;
import fr.hubee.kernel.shared.SpreadsheetCsv;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The export formats of a list. */
public enum ExportFormat {
    CSV("csv", "text/csv; charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A table written line by line. */
    public interface Table extends Closeable {

        /** @param cells texts, numbers, moments, or null */
        void line(Object... cells) throws IOException;
    }

    private final String extension;
    private final String contentType;

    ExportFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** Returns a moment as a file shows it: in Paris, to the second; null stays null. */
    public static LocalDateTime moment(Instant moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment, Paris.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * @param title of the list
     * @param names the names of the columns
     */
    public Table open(OutputStream target, String title, String[] names) throws IOException {
        return this == CSV ? new CsvTable(target, names) : new XlsxTable(target, title, names);
    }

    static final class CsvTable implements Table {
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

    /** A workbook of one sheet, streamed while it is written. */
    static final class XlsxTable implements Table {
        private static final int LINES_KEPT = 500;
        /** The maximum length of a cell. */
        private static final int LONGEST_TEXT = 32_767;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        XlsxTable(OutputStream target, String title, String[] names) throws IOException {
            workbook = new Workbook(target, "HubEE", null);
            sheet = workbook.newWorksheet(title);
            for (int column = 0; column < names.length; column++) {
                sheet.width(column, 22);
            }
            sheet.freezePane(0, 1);
            line((Object[]) names);
            sheet.range(0, 0, 0, names.length - 1).style().bold().set();
        }

        @Override
        public void line(Object... cells) throws IOException {
            for (int column = 0; column < cells.length; column++) {
                cell(column, cells[column]);
            }
            row++;
            if (row % LINES_KEPT == 0) {
                sheet.flush();
            }
        }

        /** Texts are typed as text: none is read as a formula. */
        private void cell(int column, Object value) {
            if (value instanceof LocalDateTime moment) {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
            } else if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value != null) {
                var text = SeenText.of(value.toString());
                sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
            workbook.close();
        }
    }
}
