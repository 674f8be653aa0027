package fr.hubee.portal.field;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.primefaces.PrimeFaces;

/**
 * The files that leave an open page. The work on their télédossiers begins when all bytes have left, which no page is told: the page asks
 * for a while, and says what has begun. It sends back what it waits for: the key of each download, {@code _}, and how many télédossiers it
 * begins, if not one ({@code parti}).
 */
public final class DownloadProgress {
    private static final int TIMES = 40;

    /** The command of the page that says that another download begins: it counts anew. */
    private static final String ANOTHER = "left";

    private final List<String> waiting = new ArrayList<>();
    private final int times;
    private final int shown;
    private int begun;

    /** @param notBegun by the key of a download, how many télédossiers it would still begin */
    public DownloadProgress(HttpServletRequest request, Map<String, Integer> notBegun) {
        boolean another = request.getParameter(ANOTHER) != null;
        times = another ? TIMES : number(request.getParameter("fois"), TIMES);
        shown = number(request.getParameter("commences"), 0);
        begun = another ? 0 : shown;
        var sent = request.getParameterValues("parti");
        var keys = new HashSet<String>();
        for (var each : sent == null ? new String[0] : sent) {
            var key = each.replaceFirst("_.*", "");
            if (keys.add(key)) {
                int before = each.equals(key) ? 1 : number(each.substring(key.length() + 1), 0);
                int left = Math.min(before, notBegun.getOrDefault(key, 0));
                begun += before - left;
                if (left > 0) {
                    waiting.add(key + "_" + left);
                }
            }
        }
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    public List<String> getWaiting() {
        return waiting;
    }

    /** Whether the page asks again. */
    public boolean isFollowed() {
        return !waiting.isEmpty() && times > 0;
    }

    /** Returns how many times it may still ask: one less while something waits. */
    public int getTimes() {
        return waiting.isEmpty() ? times : Math.max(0, times - 1);
    }

    public int getBegun() {
        return begun;
    }

    /** Shows the message again only when it is another: whoever hears the page hears it once. */
    public void tell() {
        if (begun != shown) {
            PrimeFaces.current().ajax().update("moved-told");
        }
    }

    /** Returns « 1 télédossier est passé « En cours » : », before the link to it. */
    public String getMessage() {
        return begun == 1
                ? "1 télédossier est passé « En cours » : "
                : begun + " télédossiers sont passés « En cours » : ";
    }

    public String getLink() {
        return begun == 1 ? "le voir" : "les voir";
    }
}
