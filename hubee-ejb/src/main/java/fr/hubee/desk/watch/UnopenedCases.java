package fr.hubee.desk.watch;

/**
 * SQL of the cases that nobody has opened. In the portal: « Nouveau », or not fetched yet; by software: not fetched.
 *
 * <p>{@code cases_by_process} and {@code cases_by_transmission} find them: both begin with what a caller covers, then have the
 * status and the date of transmission, which is never later than the date from which a case is counted.
 */
final class UnopenedCases {
    /** Moment from which its service is expected to open it: it arrived, was completed, or came back after it had been opened. */
    static final String SINCE = """
            coalesce(c.completed_at, case when c.picked_up_by_person_at is null and c.picked_up_by_software_at is null
                then c.transmitted_at else coalesce(c.sent_since, c.updated_at) end)""";

    static final String FIRST = "coalesce(d.first_days, " + WatchDelay.USUAL_FIRST + ")";

    static final String SECOND = "coalesce(d.second_days, " + WatchDelay.USUAL_SECOND + ")";

    /** SQL condition: the subscription wants mails, and has an address. */
    static final String HAS_ADDRESS = "coalesce(s.email <> '' and s.notification_frequency <> 'NONE', false)";

    /** The columns of a case, for {@link #GROUPED}. */
    static final String COLUMNS = """
            c.organization_type, c.company_register, c.branch_code, o.name as service, c.process_code, p.name as process,
                s.id as subscription, case when %s then s.email end as email,
                coalesce(coalesce(c.access_mode, s.access_mode) = 'API', false) as software, %s as since, c.transmitted_at
            """.formatted(HAS_ADDRESS, SINCE);

    /** The columns of {@link Unopened}; the first nine make a group. */
    static final String GROUPED = """
            organization_type, company_register, branch_code, service, process_code, process, subscription, email, software,
                count(*), min(since), min(transmitted_at), max(transmitted_at)""";

    static final String KEY = "c.organization_type || '-' || c.company_register || '-' || c.branch_code";

    static final String OPERATOR = "p.osl_type || '-' || p.osl_company_register || '-' || p.osl_branch_code";

    /** SQL condition for one service, in the columns of the indexes. */
    static final String OF_SERVICE =
            "c.organization_type = :type and c.company_register = :register and c.branch_code = :branch";

    /** SQL condition for the démarches of one operator. */
    static final String OF_OPERATOR =
            "p.osl_type = :type and p.osl_company_register = :register and p.osl_branch_code = :branch";

    private static final String AREA = """
            case when c.organization_type <> 'SI' or length(c.branch_code) <> 5 then ''
                when left(c.branch_code, 3) = any (:areas) then left(c.branch_code, 3)
                when left(c.branch_code, 2) = any (:areas) then left(c.branch_code, 2) else '' end""";

    private UnopenedCases() {}

    /**
     * The tables and the conditions; {@link ArrivalLimits#bind} gives the parameters.
     *
     * @param days after how many working days, in SQL
     */
    static String from(String days) {
        return """
                 from process p
                left join watch_delay d on d.process_code = p.code
                join cases c on c.process_code = p.code and c.status in ('HUBEE_NOTIFIED', 'SENT')
                    and (c.status = 'HUBEE_NOTIFIED' or c.access_mode = 'PORTAIL')
                join organization o on o.organization_type = c.organization_type
                    and o.company_register = c.company_register and o.branch_code = c.branch_code
                left join subscription s on s.organization_type = c.organization_type
                    and s.company_register = c.company_register and s.branch_code = c.branch_code
                    and s.process_code = c.process_code
                where c.transmitted_at < :latest
                    and %s < to_timestamp(cast(cast(:limits as jsonb) ->> concat(%s, '/', %s) as double precision))
                """.formatted(SINCE, AREA, days);
    }
}
