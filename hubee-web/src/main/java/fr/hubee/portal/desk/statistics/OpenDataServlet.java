package fr.hubee.portal.desk.statistics;

import fr.hubee.desk.statistics.OpenStatisticsService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public figures and their schema, which caches may keep for an hour. */
@WebServlet({OpenDataServlet.FIGURES, OpenDataServlet.SCHEMA})
public class OpenDataServlet extends HttpServlet {
    static final String FIGURES = "/donnees-ouvertes/statistiques.csv";
    static final String SCHEMA = "/donnees-ouvertes/schema.json";

    private static final long serialVersionUID = 1L;

    @Inject
    transient OpenStatisticsService statistics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("Access-Control-Allow-Origin", "*"); // a chart on another site
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getServletPath().equals(SCHEMA)) {
            send(response, "application/json", OpenDataSchema.json());
            return;
        }
        var figures = statistics.read();
        var tag = "\"" + figures.until() + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(response, "text/csv", OpenDataFile.csv(figures));
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(text);
    }
}
