package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that a caller without a right to an object does not learn whether it exists. */
class ExistenceIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void whoMayNotMigrateDoesNotHearWhetherThereIsSuchAnOrganization() {
        for (var register : List.of("99000103400018", "99999999999999")) {
            var source = Deposit.town("99103").replace("99000103400018", register);
            for (var target : List.of(Deposit.town(Deposit.TOWN), source)) {
                var answer = town.put("/cases/migrate", """
                        {"organizationSource": %s, "organizationTarget": %s}""".formatted(source, target));

                forbidden(answer);
            }
        }
    }

    @Test
    void whoseScopeIsAnotherDoesNotHearItOfAnything() {
        var subscription = Partner.of("demo-admin")
                .atReferential()
                .get("/subscriptions?maxResult=1")
                .json();
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var nobody = UUID.randomUUID().toString();
        for (var id : List.of(deposit.path().substring("/folders/".length()), nobody)) {
            forbidden(town.get("/folders/" + id));
            forbidden(town.patch("/folders/" + id, "{\"globalStatus\": \"HUBEE_COMPLETED\"}"));
            forbidden(town.delete("/folders/" + id));
            forbidden(town.upload("/folders/" + id + "/attachments/" + deposit.attachmentId(), Deposit.REQUEST));
        }
        for (var id : List.of(subscription.path(0).path("id").asText(), nobody)) {
            forbidden(town.atReferential().get("/subscriptions/" + id));
        }
        for (var key : List.of("SI-99000103400018-99103", "SI-99999999999999-99103")) {
            forbidden(town.atReferential().get("/organizations/" + key));
            forbidden(dila.atReferential().get("/organizations/" + key));
        }
        for (var code : List.of("CERTDC", "NoSuchProcess")) {
            forbidden(town.atReferential().get("/processes/" + code));
        }
    }

    static void forbidden(Answer answer) {
        answer.expect(403);
        assertEquals("Unauthorized user", answer.error());
    }
}
