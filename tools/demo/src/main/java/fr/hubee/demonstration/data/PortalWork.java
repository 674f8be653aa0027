package fr.hubee.demonstration.data;

import fr.hubee.desk.casework.AnswerService;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Handles télédossiers in the portal, as agents do. */
@ApplicationScoped
class PortalWork {
    @Inject
    People people;

    @Inject
    AssignmentService assignments;

    @Inject
    CaseReadingService reading;

    @Inject
    CaseWorkService work;

    @Inject
    AnswerService answers;

    @Inject
    CaseDownloadService downloads;

    @Inject
    CaseDepositService deposits;

    @Inject
    Clock clock;

    private final Map<String, Caller> agents = new HashMap<>();

    void take(String login, UUID id) {
        var agent = agent(login);
        AsCaller.run(agent, () -> assignments.takeIfFree(agent, id));
    }

    void act(UUID id, HistoryStep step) {
        var agent = agent(step.author());
        AsCaller.run(agent, () -> {
            work.displayed(agent, id); // she acts on the open page; what its operator has added has made it new again
            answers.seen(agent, id, clock.instant());
            act(agent, id, step);
        });
    }

    private Caller agent(String login) {
        return agents.computeIfAbsent(login, people::caller);
    }

    private void act(Caller agent, UUID id, HistoryStep step) throws IOException {
        switch (step.action()) {
            case ATTACH_DL, ATTACH_DL_ALL -> {
                for (var bundle : downloads.openAll(agent, List.of(id))) {
                    downloads.takenAll(agent, bundle); // which begins its work
                }
            }
            case COM_ADD -> work.comment(agent, id, step.comment());
            case SENDING_MESSAGE -> work.message(agent, id, step.message());
            case ATTACH_DEPOSIT ->
                deposits.deposit(
                        agent,
                        id,
                        step.files().stream().map(PortalWork::uploaded).toList());
            case STATUS_UPDATE -> move(agent, id, step);
        }
    }

    private void move(Caller agent, UUID id, HistoryStep step) {
        if (step.after() == CaseStatus.SI_RECEIVED) {
            reading.open(agent, id, HistoryPart.NEWEST);
            work.displayed(agent, id);
        } else if (step.after() != CaseStatus.IN_PROGRESS) {
            var now = reading.read(agent, id, HistoryPart.NONE).status();
            if (now == CaseStatus.SI_RECEIVED) {
                work.begin(agent, id);
                now = CaseStatus.IN_PROGRESS;
            }
            work.move(agent, id, new CaseMove(now, step.after(), step.comment(), step.message()));
        }
    }

    private static UploadedFile uploaded(SampleFile file) {
        return new UploadedFile(file.name(), file.bytes().length, target -> target.write(file.bytes()));
    }
}
