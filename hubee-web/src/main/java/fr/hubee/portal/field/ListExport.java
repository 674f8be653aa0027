package fr.hubee.portal.field;

import fr.hubee.portal.page.QueryParameter;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.omnifaces.util.Faces;

/**
 * An export of all lines of a list, with the filters and the order of its address, read part by part while it is sent.
 *
 * @param name of the file, without its ending
 * @param columns their names
 * @param cells of each line; given some lines at a time, for values that are read for them together
 */
public record ListExport<T>(
        String name, String title, List<String> columns, Function<List<T>, Function<T, Object[]>> cells) {
    private static final int AT_A_TIME = 500;

    /** Returns an export whose cells depend on each line alone. */
    public static <T> ListExport<T> of(String name, String title, List<String> columns, Function<T, Object[]> cells) {
        return new ListExport<>(name, title, columns, some -> cells);
    }

    /** Returns the format that the address asks for; null for the page. */
    public static ExportFormat asked() {
        var format = Faces.getRequestParameter(ListTable.FORMAT);
        return format == null ? null : QueryParameter.one(ExportFormat.class, format.toUpperCase(Locale.ROOT));
    }

    /** Sends the export instead of the page. */
    public void send(ExportFormat format, ListTable<T> list) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var answer = faces.getExternalContext();
        answer.setResponseContentType(format.contentType());
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"");
        try (var table = format.open(answer.getResponseOutputStream(), title, columns.toArray(String[]::new))) {
            int offset = 0;
            for (var some = list.lines(offset, AT_A_TIME); !some.isEmpty(); some = list.lines(offset, AT_A_TIME)) {
                var line = cells.apply(some);
                for (var each : some) {
                    table.line(line.apply(each));
                }
                offset += some.size();
            }
        }
        faces.responseComplete();
    }
}
