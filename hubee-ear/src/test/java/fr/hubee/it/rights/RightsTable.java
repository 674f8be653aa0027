package fr.hubee.it.rights;

import java.util.ArrayList;
import java.util.List;

/** The whole table. */
public final class RightsTable {
    private final List<Right> rows = new ArrayList<>();

    private RightsTable() {}

    static List<Right> all() {
        var table = new RightsTable();
        FolderRights.add(table);
        CaseListRights.add(table);
        SavedFilterRights.add(table);
        BundleRights.add(table);
        ReferentialRights.add(table);
        SubscriptionRights.add(table);
        ProcessRights.add(table);
        OrganizationRights.add(table);
        AccountRights.add(table);
        SignInRights.add(table);
        MailRights.add(table);
        RetentionRights.add(table);
        StatisticsRights.add(table);
        JobRights.add(table);
        WatchRights.add(table);
        return List.copyOf(table.rows);
    }

    /** Returns all methods in the table, as {@code Service.method}. */
    public static List<String> methods() {
        return all().stream().map(Right::method).toList();
    }

    <S> RightsTo<S> to(Class<S> service) {
        return new RightsTo<>(service, rows);
    }
}
