package fr.hubee.portal.caselist;

import java.io.IOException;
import java.io.OutputStream;

/** The files that a list may become. */
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

    /** @param names of its columns */
    CaseTable open(OutputStream target, String[] names) throws IOException {
        return this == CSV ? new CsvTable(target, names) : new XlsxTable(target, names);
    }
}
