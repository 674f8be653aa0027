package fr.hubee.portal.desk.statistics;

import fr.hubee.desk.statistics.OpenFigures;
import fr.hubee.desk.statistics.OpenMonth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The public figures as CSV (RFC 4180, UTF-8), and the schema of its columns (Table Schema of Frictionless Data). */
final class OpenDataFile {
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
                    month -> minutes(month.halfFinishedIn())));

    private OpenDataFile() {}

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

    private static Long minutes(Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }
}
