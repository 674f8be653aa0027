package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The list of télédossiers from which the user came, and to which the page leads back. */
final class ReturnToList {
    static final String PATH = "/teledossiers";

    private static final String RESCUE = "/secours";

    private static final Pattern QUEUE = Pattern.compile(Pattern.quote(Pages.HOME) + "(\\?page=[1-9][0-9]{0,5})?");

    private ReturnToList() {}

    /** Returns the list with its filters, if the text is such an address; else the list. */
    static String at(String wanted) {
        return isQueue(wanted) || RESCUE.equals(wanted) ? wanted : LocalPath.to(PATH, wanted);
    }

    /** Whether it is « À faire », on the first page of the portal. */
    static boolean isQueue(String list) {
        return list != null && QUEUE.matcher(list).matches();
    }

    static boolean isRescue(String list) {
        return RESCUE.equals(list);
    }

    /** Whether it is a list that was displayed: its address has parameters, except that of « À faire ». */
    static boolean isKnown(String list) {
        return isQueue(list) || list.contains("?");
    }

    /** Returns the position in the list, if the text is one; else null. */
    static String place(String wanted) {
        return wanted == null || CaseCursor.parse(false, wanted).isEmpty() ? null : wanted;
    }

    /** Returns both from this request, as parameters of another address. */
    static String written(HttpServletRequest request) {
        return written(at(request.getParameter("retour")), place(request.getParameter("rang")));
    }

    /** Returns both as parameters of another address; the position may be null. */
    static String written(String list, String place) {
        return written(list) + (place == null ? "" : "&rang=" + place);
    }

    static String written(String list) {
        return URLEncoder.encode(list, StandardCharsets.UTF_8);
    }
}
