package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Measures requests around all other handlers, also those that the others refuse. Only the handlers for the identifier and the caller come
 * before it ({@code META-INF/services}).
 */
public class TimingExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(TimingExtension::timed);
    }

    private static HttpHandler timed(HttpHandler next) {
        return exchange -> {
            RequestTimes.begin(exchange);
            exchange.addExchangeCompleteListener((ended, others) -> {
                RequestTimes.end(ended);
                others.proceed();
            });
            next.handleRequest(exchange);
        };
    }
}
