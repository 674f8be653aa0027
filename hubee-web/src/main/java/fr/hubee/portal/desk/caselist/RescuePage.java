package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.casework.RescueService;
import fr.hubee.desk.casework.RescueService.RescuableCase;
import fr.hubee.kernel.shared.Page;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;

/** The télédossiers that wait while software is silent, the oldest first. */
@Model
public class RescuePage extends PersonPage {
    @Inject
    RescueService rescues;

    private final ListTable<RescuableCase> table =
            new ListTable<>(new ListFilters("/secours", List.of(), List.of()), this::read);

    private Page<RescuableCase> read(ListPart part) {
        return rescues.page(caller(), part.offset(), part.size());
    }

    public ListTable<RescuableCase> getTable() {
        return table;
    }
}
