package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.chaos.Person.Page;
import fr.hubee.chaos.Software.Answer;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tells what an agent knows of what she did, from the page that follows. */
class AgentWorkTest {

    @SuppressWarnings("unchecked")
    private static Outcome after(int status, String text, boolean redirected) {
        var answer = (HttpResponse<byte[]>) Proxy.newProxyInstance(
                AgentWorkTest.class.getClassLoader(),
                new Class<?>[] {HttpResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "statusCode" -> status;
                    case "body" -> text.getBytes(StandardCharsets.UTF_8);
                    default -> null;
                });
        return AgentWork.outcome(new Page(URI.create("/teledossier"), new Answer(answer), redirected));
    }

    @Test
    void onlyTheWordOfSuccessTellsThatItIsDone() {
        assertEquals(Outcome.DONE, after(200, "« Traité ». L’opérateur en est informé.", true));
        assertEquals(Outcome.UNKNOWN, after(200, "Se connecter", true));
    }

    @Test
    void theAnswerToHerFormIsARefusalAndThePageAfterItIsNone() {
        assertEquals(Outcome.REFUSED, after(200, "Un collègue a changé l’état", false));
        assertEquals(Outcome.REFUSED, after(409, "", false));
        assertEquals(Outcome.UNKNOWN, after(404, "", true));
    }

    @Test
    void anOutageTellsNothing() {
        assertEquals(Outcome.UNKNOWN, after(503, "", false));
    }
}
