package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.watch.NothingWaiting;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.kernel.security.Caller;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The reasons why « À faire » is empty, the most useful one first. */
class NothingWaitingIT extends InServer {
    @Inject
    WaitingCaseService queue;

    private final Caller agent = Callers.agent(NewTown.fresh().registered().organizationKey());

    private void is(NothingWaiting expected, String... processes) throws Exception {
        var caller = CaseListIT.habilitated(agent, processes);
        assertEquals(expected, AsCaller.call(caller, () -> queue.whyEmpty(caller)));
    }

    private void arrives(CaseStatus status, String mode) throws Exception {
        var id = new ListedCases(sql()::change, agent.organization()).add("EtatCivil", status, ListedCases.NOON);
        sql().change("update cases set access_mode = ? where id = ?", mode, id);
    }

    @Test
    void theFirstReasonThatIsTrueIsGiven() throws Exception {
        is(NothingWaiting.NO_PROCESS);
        is(NothingWaiting.NOTHING, "EtatCivil");
        arrives(CaseStatus.DONE, "PORTAIL");
        is(NothingWaiting.DONE, "EtatCivil");
        arrives(CaseStatus.SI_INTG_ERROR, "API");
        is(NothingWaiting.IN_SOFTWARE, "EtatCivil");
        arrives(CaseStatus.ADD_AWAITING, "PORTAIL");
        is(NothingWaiting.AWAITING, "EtatCivil");
        arrives(CaseStatus.HUBEE_NOTIFIED, null);
        is(NothingWaiting.UNDECIDED, "EtatCivil");
        arrives(CaseStatus.HUBEE_NOTIFIED, "PORTAIL");
        is(NothingWaiting.ARRIVING, "EtatCivil");
    }
}
