package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.4: a town hall's software cannot integrate a case, and reports it. */
class IntegrationErrorIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void theOperatorIsInformedThatACaseCouldNotBeIntegrated() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        deposit.move(town, "SI_INTG_ERROR").expect(201);

        var told = dila.notificationOf(deposit.caseId());
        assertEquals("STATUS_UPDATE", told.path("eventActionType").asText());
        var event =
                dila.get(deposit.casePath() + "/events/" + told.path("eventId").asText());
        assertEquals("SI_INTG_ERROR", event.field("caseNewStatus"));
        assertEquals("SI_INTG_ERROR", dila.get(deposit.casePath()).field("status"));
        assertEquals("SENT", deposit.status());
    }
}
