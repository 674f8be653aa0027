package fr.hubee.http.delivery;

import fr.hubee.http.delivery.Streams.Stream;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.xnio.IoUtils;

/** Installs the gate before all handlers but those that name a request and its caller ({@code META-INF/services}). */
public class DeliveryExtension implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        int threads = SettingSource.ofThisServer().read("HUBEE_THREADS", "400", SettingValues::atLeastOne);
        var unread = new UnreadAnswers(Runtime.getRuntime().maxMemory() / 8, threads / 4);
        deployment.addInitialHandlerChainWrapper(next -> new DeliveryGate(next, unread));
    }

    /** Watches the reading of all answers, and refuses requests of an HTTP/2 connection beyond its limits. */
    record DeliveryGate(HttpHandler next, UnreadAnswers unread) implements HttpHandler {

        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            var stream = Stream.begin(exchange);
            if (stream == null) {
                IoUtils.safeClose(exchange.getConnection()); // only the stream
                exchange.endExchange();
                return;
            }
            exchange.addResponseWrapper((factory, any) -> new PacedAnswer(factory.create(), any, unread, stream));
            next.handleRequest(exchange);
        }
    }
}
