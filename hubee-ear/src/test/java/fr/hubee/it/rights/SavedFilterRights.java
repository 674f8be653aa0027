package fr.hubee.it.rights;

import fr.hubee.desk.caselist.ListSettings;
import fr.hubee.desk.caselist.ListSettingsService;
import fr.hubee.desk.caselist.SavedFilterService;
import fr.hubee.desk.casework.ReadyAnswer;
import fr.hubee.desk.casework.ReadyAnswerService;
import fr.hubee.it.world.Database;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.ActorType;
import java.util.UUID;

/** Rights on saved filters and the settings of the list, of which each person has her own, and on ready-made answers, which a service shares. */
final class SavedFilterRights {
    private static final String PEOPLE = "NATIONAL BUSINESS AGENT";

    private SavedFilterRights() {}

    static void add(RightsTable rights) {
        var filters = rights.to(SavedFilterService.class);
        filters.method("list", "ADMIN " + PEOPLE).returns((it, caller, side) -> it.list(caller));
        filters.method("keep", PEOPLE).runs((it, caller, side) -> it.keep(caller, "Nouveaux", "?statut=nouveaux"));
        filters.method("forget", PEOPLE, "").runs((it, caller, side, world) -> {
            var owner = side.equals(world.own()) ? caller : another(world, caller);
            it.keep(owner, "Nouveaux", "?statut=nouveaux");
            it.forget(caller, it.list(owner).get(0).id());
        });

        var settings = rights.to(ListSettingsService.class);
        settings.method("read", "ADMIN " + PEOPLE).returns((it, caller, side) -> it.read(caller));
        settings.method("keep", PEOPLE).runs((it, caller, side) -> it.keep(caller, ListSettings.USUAL));

        var answers = rights.to(ReadyAnswerService.class);
        answers.method("processes", "NATIONAL BUSINESS LOCAL AGENT EDITOR")
                .returns((it, caller, side) -> it.processes(caller));
        answers.method("list", "AGENT", "").returns((it, caller, side) -> it.list(caller, side.processCode()));
        answers.method("add", "AGENT", "")
                .runs((it, caller, side) -> it.add(caller, side.processCode(), "Livret", "…"));
        answers.method("change", "AGENT", "")
                .runs((it, caller, side, world) -> it.change(
                        caller, world.own().processCode(), new ReadyAnswer(ofService(side), 0, "Livret", "…")));
        answers.method("delete", "AGENT", "")
                .runs((it, caller, side, world) -> it.delete(caller, world.own().processCode(), ofService(side)));
    }

    private static UUID ofService(Side side) {
        var id = UUID.randomUUID();
        Database.change("insert into ready_answer values (?, ?, ?, '…', 0)", id, side.subscription(), id.toString());
        return id;
    }

    private static Caller another(World world, Caller caller) {
        var agent = world.person(ActorType.AGENT);
        return agent.name().equals(caller.name()) ? world.person(ActorType.NATIONAL_ADMINISTRATOR) : agent;
    }
}
