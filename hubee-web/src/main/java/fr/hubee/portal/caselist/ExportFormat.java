package fr.hubee.portal.caselist;

import java.io.IOException;
import java.io.OutputStream;

/** The export formats of a list. */
enum ExportFormat {
    CSV("csv", "text/csv; charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String contentType;

    ExportFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }

    /** @param names the names of the columns */
    CaseTable open(OutputStream target, String[] names) throws IOException {
        return this == CSV ? new CsvTable(target, names) : new XlsxTable(target, names);
    }
}
