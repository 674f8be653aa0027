package fr.hubee.portal.field;

import fr.hubee.kernel.shared.SpreadsheetCsv;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.Writer;

/** Answers a CSV file instead of the page. */
public final class CsvAnswer {

    private CsvAnswer() {}

    @FunctionalInterface
    public interface Lines {
        void writeTo(SpreadsheetCsv file) throws IOException;
    }

    public static void send(String fileName, Lines lines, String... columns) throws IOException {
        lines.writeTo(new SpreadsheetCsv(open(fileName), columns));
        FacesContext.getCurrentInstance().responseComplete();
    }

    /** Sends a ready text. */
    public static void sendText(String fileName, String text) throws IOException {
        open(fileName).write(text);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static Writer open(String fileName) throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.setResponseContentType("text/csv");
        external.setResponseCharacterEncoding("UTF-8");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        return external.getResponseOutputWriter();
    }
}
