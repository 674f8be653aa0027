package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Measures reading the same queue with few folders and with many. */
final class QueueSize {
    private static final int FEW = 100;
    private static final int WAITING = 25;

    /** Statements that fill the queue: one folder in ten is for the organisation that polls; it has read all but the first ones. */
    private static final String FILL = """
            with numbers as (select n, gen_random_uuid() as folder, gen_random_uuid() as a_case,
                case when n %% 10 = 0 then '99000101800011' else lpad(n::text, 14, '7') end as register
              from generate_series(%d, %d) as n),
            folders as (insert into folder (id, external_id, process_code, osl_type, osl_company_register,
                osl_branch_code, status, status_set_by_transmitter, first_name, last_name, created_at, version)
              select folder, 'Q-' || n, 'EtatCivil', 'OSL', '99000001000019', '00000', 'HUBEE_NOTIFIED', false,
                'Camille', 'Exemple', now(), 0 from numbers),
            new_cases as (insert into cases (id, folder_id, position, external_id, process_code, organization_type,
                company_register, branch_code, status, created_at, version)
              select a_case, folder, 0, 'Q-' || n || '-01', 'EtatCivil', 'SI', register, '99101', 'HUBEE_NOTIFIED',
                now(), 0 from numbers)
            insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
              transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
            select gen_random_uuid(), 'SI', register, '99101', 'OSL', '99000001000019', '00000', 'EtatCivil', a_case,
              now() from numbers where n %% 10 <> 0""";

    private static final String WAIT = """
            insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
              transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
            select gen_random_uuid(), 'SI', '99000101800011', '99101', 'OSL', '99000001000019', '00000', 'EtatCivil',
              (select id from cases limit 1), now() from generate_series(1, %d)""";

    private final Bed bed;
    private final Options options;
    private final Polls polls;

    QueueSize(Bed bed, Path project, Options options) throws IOException, InterruptedException {
        this.bed = bed;
        this.options = options;
        this.polls = new Polls(bed, options, Partner.named("demo-valbourg-etatcivil", project, bed.address()));
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        run("truncate folder cascade", FILL.formatted(1, FEW), WAIT.formatted(WAITING), "vacuum analyze");
        var few = poll();
        run(FILL.formatted(FEW + 1, options.folders()), "vacuum analyze");
        report.queue(FEW, few, options.folders(), poll());
    }

    private Spent poll() throws IOException, InterruptedException, SQLException {
        int waiting = polls.partner().get(Polls.QUEUE).size();
        if (waiting != WAITING) {
            throw new IllegalStateException(waiting + " notifications wait, not " + WAITING);
        }
        return polls.measure(Polls.QUEUE + "?maxResult=25&eventDetails=true");
    }

    private void run(String... statements) throws SQLException {
        try (var connection = bed.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
