package fr.hubee.client;

import fr.hubee.client.http.ApiClient;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.CasesApi;
import fr.hubee.client.teledossiers.EventsApi;
import fr.hubee.client.teledossiers.FoldersApi;
import fr.hubee.client.teledossiers.NotificationsApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;

/** A hub, as the software with one pair of credentials sees it. Each call has a token, says which software calls, and is patient. */
public final class Hub {
    /** A call fails, and a transfer is cut, when the hub neither takes nor sends a byte for that long. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient http;
    private final ApiClient client;

    public Hub(URI address, String clientId, String clientSecret, Software software) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)), address, clientId, clientSecret, software);
    }

    /** Returns the hub that the variables HUB, CLIENT_ID and CLIENT_SECRET of the environment name. */
    public static Hub ofEnvironment(Software software) {
        return new Hub(URI.create(variable("HUB")), variable("CLIENT_ID"), variable("CLIENT_SECRET"), software);
    }

    private static String variable(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The variable " + name + " is missing in the environment");
        }
        return value;
    }

    /** @param http builds what reaches the hub, for instance through a proxy, or with a certificate of its own */
    public Hub(HttpClient.Builder http, URI address, String clientId, String clientSecret, Software software) {
        this(http, address, clientId, clientSecret, software, LONGEST_SILENCE);
    }

    Hub(
            HttpClient.Builder http,
            URI address,
            String clientId,
            String clientSecret,
            Software software,
            Duration longestSilence) {
        var tokens = new Tokens(address, clientId, clientSecret, software, Clock.systemUTC());
        var signed = new HubHttp(http.version(HttpClient.Version.HTTP_1_1).build(), software, tokens, longestSilence);
        this.address = address;
        this.http = signed;
        this.client = new ApiClient(http, ApiClient.createDefaultObjectMapper(), address.toString()) {
            @Override
            public HttpClient getHttpClient() {
                return signed;
            }
        };
    }

    public NotificationsApi notifications() {
        return new NotificationsApi(client);
    }

    public CasesApi cases() {
        return new CasesApi(client);
    }

    public EventsApi events() {
        return new EventsApi(client);
    }

    public FoldersApi folders() {
        return new FoldersApi(client);
    }

    /** Returns what makes the other generated classes, such as {@code new SubscriptionsApi(hub.client())}. */
    public ApiClient client() {
        return client;
    }

    /** Sends a request to a path of the hub, and returns the answer, whatever its status. */
    public <T> HttpResponse<T> send(String path, HttpRequest.Builder request, BodyHandler<T> handler)
            throws ApiException {
        try {
            return http.send(request.uri(address.resolve(path)).build(), handler);
        } catch (IOException failure) {
            throw HubException.of(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw HubException.of(failure);
        }
    }
}
