package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.desk.statistics.OpenFigures;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenDataFileTest {
    @Test
    void whatIsNotPublishedIsAnEmptyCell() {
        var month = new OpenMonth(YearMonth.of(2026, 3), "CERTDC", 12L, true, null, 9L, 7L, 0L, Duration.ofHours(26));

        var lines = OpenDataServlet.csv(new OpenFigures(LocalDate.of(2026, 4, 2), List.of(month), Map.of()))
                .split("\r\n", -1);

        assertEquals(
                "mois,demarche,recus,pris_en_charge_par_agent,pris_en_charge_par_logiciel,traites,refuses,delai_median_minutes",
                lines[0]);
        assertEquals("2026-03,CERTDC,12,,9,7,0,1560", lines[1]);
    }

    @Test
    void theSchemaSaysTheColumnsInTheirOrder() throws Exception {
        var schema = new ObjectMapper().readTree(OpenDataServlet.schema());

        var names = new ArrayList<String>();
        schema.path("fields").forEach(field -> names.add(field.path("name").asText()));

        assertEquals(
                OpenDataServlet.csv(new OpenFigures(null, List.of(), Map.of())).strip(), String.join(",", names));
        assertEquals("[\"mois\",\"demarche\"]", schema.path("primaryKey").toString());
        assertEquals("[\"\"]", schema.path("missingValues").toString());
    }
}
