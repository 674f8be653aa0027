package fr.hubee.portal.field;

import java.io.IOException;
import java.io.OutputStream;

/** The export formats of a list. */
public enum ExportFormat {
    CSV("csv", "text/csv; charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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

    /**
     * @param title of the list
     * @param names the names of the columns
     */
    public ExportTable open(OutputStream target, String title, String[] names) throws IOException {
        return this == CSV ? new CsvTable(target, names) : new XlsxTable(target, title, names);
    }
}
