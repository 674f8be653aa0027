package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.trace.Tracing;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ThreadSetupHandler;
import jakarta.servlet.ServletContext;

/**
 * Decides who is trusted, and gives requests an identifier before any other handler may refuse them: the last in {@code META-INF/services},
 * so the outermost.
 */
public class TraceExtension implements ServletExtension, ThreadSetupHandler {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var spans = Tracing.ofThisServer().map(RequestSpans::new).orElse(null);
        deployment.addInitialHandlerChainWrapper(next -> named(next, spans));
        var proxies = TrustedProxies.read(SettingSource.ofThisServer());
        deployment.addInitialHandlerChainWrapper(next -> new TrustedPeer(proxies, next));
        deployment.addThreadSetupAction(this);
    }

    private static HttpHandler named(HttpHandler next, RequestSpans spans) {
        return exchange -> {
            var bound = RequestTrace.begin(exchange, spans).bind();
            try {
                next.handleRequest(exchange);
            } finally {
                bound.close();
            }
        };
    }

    /** Binds servlets, which run on other threads than the handlers; asynchronous ones change threads again. */
    @Override
    public <T, C> Action<T, C> create(Action<T, C> action) {
        return (exchange, context) -> {
            var trace = RequestTrace.of(exchange);
            if (trace == null) {
                return action.call(exchange, context);
            }
            var bound = trace.bind();
            try {
                return action.call(exchange, context);
            } finally {
                bound.close();
            }
        };
    }
}
