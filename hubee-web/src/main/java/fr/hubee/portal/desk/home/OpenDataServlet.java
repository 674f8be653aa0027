package fr.hubee.portal.desk.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.desk.statistics.OpenFigures;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.portal.field.FrenchDurations;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The public figures and their schema, which caches may keep for an hour. */
@WebServlet({OpenDataServlet.FIGURES, OpenDataServlet.SCHEMA})
public class OpenDataServlet extends HttpServlet {
    static final String FIGURES = "/donnees-ouvertes/statistiques.csv";
    static final String SCHEMA = "/donnees-ouvertes/schema.json";

    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SINCE_MEASURED = " Vide pour les mois commencés avant que ce soit mesuré.";

    /** The columns in the order of the file. */
    static final List<Column> COLUMNS = List.of(
            new Column("mois", "yearmonth", "Mois, par exemple 2026-03.", OpenMonth::month),
            new Column("demarche", "string", "Code de la démarche.", OpenMonth::processCode),
            Column.number("recus", "Télédossiers transmis à un service instructeur.", OpenMonth::received),
            Column.number(
                    "pris_en_charge_par_agent",
                    "Télédossiers dont un agent s’est occupé la première fois, dans le portail." + SINCE_MEASURED,
                    OpenMonth::byPerson),
            Column.number(
                    "pris_en_charge_par_logiciel",
                    "Télédossiers qu’un logiciel du service a pris la première fois, par l’API." + SINCE_MEASURED,
                    OpenMonth::bySoftware),
            Column.number("traites", "Télédossiers traités ou clos, sans refus.", OpenMonth::finished),
            Column.number("refuses", "Télédossiers refusés.", OpenMonth::refused),
            Column.number(
                    "delai_median_minutes",
                    "La moitié des télédossiers traités l’ont été en moins de tant de minutes depuis leur transmission,"
                            + " à 2,5 % près.",
                    month -> FrenchDurations.minutes(month.halfFinishedIn())));

    @Inject
    transient OpenStatisticsService statistics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("Access-Control-Allow-Origin", "*"); // a chart on another site
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getServletPath().equals(SCHEMA)) {
            send(response, "application/json", schema());
            return;
        }
        var figures = statistics.read();
        var tag = "\"" + figures.until() + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(response, "text/csv", csv(figures));
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(text);
    }

    /** Returns the schema of the public figures (Table Schema of Frictionless Data). */
    static String schema() {
        var schema = JSON.createObjectNode()
                .put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json")
                .put("name", "hubee-statistiques")
                .put("title", "Statistiques de HubEE par démarche et par mois")
                .put(
                        "description",
                        "Une case est vide quand le nombre est inférieur à cinq, quand il permettrait d’encadrer un nombre inférieur à cinq,"
                                + " quand moins de trois organisations y contribuent, ou une seule pour plus de 85 %."
                                + " Un mois est publié une seule fois.");
        var fields = schema.putArray("fields");
        for (var column : COLUMNS) {
            var field = fields.addObject()
                    .put("name", column.title())
                    .put("type", column.type())
                    .put("description", column.description());
            var rules = field.putObject("constraints").put("required", !column.isNumber());
            if (column.isNumber()) {
                rules.put("minimum", 0);
            }
        }
        schema.putArray("primaryKey").add("mois").add("demarche");
        schema.putArray("missingValues").add("");
        return schema.toPrettyString();
    }

    /** Returns the public figures as CSV (RFC 4180). */
    static String csv(OpenFigures figures) {
        var text = new StringBuilder();
        try (var file = new CSVPrinter(text, CSVFormat.RFC4180)) {
            file.printRecord(COLUMNS.stream().map(Column::title));
            for (var month : figures.months()) {
                file.printRecord(COLUMNS.stream().map(column -> column.value().apply(month)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * A column.
     *
     * @param type of Table Schema
     */
    record Column(String title, String type, String description, Function<OpenMonth, Object> value) {
        boolean isNumber() {
            return type.equals("integer");
        }

        private static Column number(String title, String description, Function<OpenMonth, Object> value) {
            return new Column(title, "integer", description, value);
        }
    }
}
