package fr.hubee.client.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.client.Hub;
import fr.hubee.client.Software;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.Attachment;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.CaseEvent.ActionTypeEnum;
import fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum;
import fr.hubee.client.teledossiers.HubCase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/** A service without people: it answers each télédossier of the test bench as the bench wants it. */
public final class BenchService implements ServiceSoftware {
    /** An answer to give once the notification is dealt with. */
    private interface Answer {
        void give() throws ApiException, IOException;
    }

    private final SiConnector connector;
    private final Queue<Answer> answers = new ArrayDeque<>();

    public BenchService(Hub hub, Path folder) {
        this.connector = new SiConnector(hub, folder, this);
    }

    /** Looks once a second, while the bench runs. */
    public static void main(String[] args) throws Exception {
        var environment = System.getenv();
        var hub = new Hub(
                URI.create(environment.get("HUB")),
                environment.get("CLIENT_ID"),
                environment.get("CLIENT_SECRET"),
                new Software("HubEE", "hubee-client", "1.0.0"));
        var service = new BenchService(hub, Path.of("files"));
        while (true) {
            service.round();
            Thread.sleep(1000);
        }
    }

    public void round() throws ApiException, IOException {
        connector.round();
        try {
            while (!answers.isEmpty()) {
                answers.element().give();
                answers.remove();
            }
        } catch (ApiException | IOException refused) { // it is given again in the next round, with the same key
            System.out.println(refused.getMessage());
        }
    }

    @Override
    public void imports(HubCase received, Path files) throws IOException {
        var attributes = received.getPartnerAttributes();
        var wants = attributes == null
                ? ""
                : new ObjectMapper().readTree(attributes).path("wants").asText();
        var id = received.getId();
        var key = key(id + " " + received.getUpdateDateTime());
        if (wants.equals("DONE_WITH_FILE")) {
            var first = received.getAttachments().get(0);
            var file = files.resolve(first.getId().toString());
            var answer = new Attachment()
                    .fileName("reponse")
                    .type(first.getType())
                    .mimeType(first.getMimeType())
                    .size(Files.size(file));
            answers.add(() -> connector.answer(id, CaseNewStatusEnum.DONE, answer, file, key));
        } else if (!wants.isEmpty()) {
            answers.add(() -> connector.answer(id, CaseNewStatusEnum.fromValue(wants), null, key));
        }
    }

    @Override
    public void reads(UUID caseId, CaseEvent event, Path files) {
        boolean reopened = event.getCaseNewStatus() == CaseNewStatusEnum.HUBEE_NOTIFIED;
        if (reopened || event.getActionType() == ActionTypeEnum.ATTACH_DEPOSIT) {
            answers.add(() -> connector.answer(caseId, CaseNewStatusEnum.DONE, null, key(event.getId() + "")));
        }
    }

    /** Returns the same key for the same answer. */
    private static UUID key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
