package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.caselist.HiddenColumnService;
import fr.hubee.desk.caselist.HiddenColumnService.CaseColumn;
import fr.hubee.desk.caselist.SavedFilterService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.ActorType;
import java.util.List;
import java.util.Set;

/** Rights on saved filters and hidden columns: each person has her own. */
final class SavedFilterRights {
    private static final String PEOPLE = "NATIONAL BUSINESS AGENT";

    private SavedFilterRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "SavedFilterService.list",
                        "ADMIN " + PEOPLE,
                        (world, side, caller) -> filters().list(caller)),
                Right.of("SavedFilterService.keep", PEOPLE, (world, side, caller) -> {
                    filters().keep(caller, "Nouveaux", "?statut=nouveaux");
                    return true;
                }),
                Right.of("SavedFilterService.forget", PEOPLE, "", (world, side, caller) -> {
                    var owner = side.equals(world.own()) ? caller : another(world, caller);
                    filters().keep(owner, "Nouveaux", "?statut=nouveaux");
                    filters().forget(caller, filters().list(owner).get(0).id());
                    return true;
                }),
                Right.of(
                        "HiddenColumnService.hidden",
                        "ADMIN " + PEOPLE,
                        (world, side, caller) ->
                                service(HiddenColumnService.class).hidden(caller)),
                Right.of("HiddenColumnService.hide", PEOPLE, (world, side, caller) -> {
                    service(HiddenColumnService.class).hide(caller, Set.of(CaseColumn.PERSON));
                    return true;
                }));
    }

    private static SavedFilterService filters() {
        return service(SavedFilterService.class);
    }

    private static Caller another(World world, Caller caller) {
        var agent = world.person(ActorType.AGENT);
        return agent.name().equals(caller.name()) ? world.person(ActorType.NATIONAL_ADMINISTRATOR) : agent;
    }
}
