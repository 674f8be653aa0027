package fr.hubee.it.rights;

import java.util.List;
import java.util.stream.Stream;

/** The whole table. */
public final class Rights {

    private Rights() {}

    static List<Right> all() {
        return Stream.of(
                        FolderRights.rows(),
                        CaseListRights.rows(),
                        SavedFilterRights.rows(),
                        BundleRights.rows(),
                        ReferentialRights.rows(),
                        SubscriptionRights.rows(),
                        ProcessRights.rows(),
                        OrganizationRights.rows(),
                        AccountRights.rows(),
                        SignInRights.rows(),
                        MailRights.rows(),
                        RetentionRights.rows(),
                        StatisticsRights.rows(),
                        JobRights.rows(),
                        WatchRights.rows())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns all methods in the table, as {@code Service.method}. */
    public static List<String> methods() {
        return all().stream().map(Right::method).toList();
    }
}
