package fr.hubee.kernel.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;

/** An event that only the test observes. */
public final class NotedEvent {

    private NotedEvent() {}

    @SuppressWarnings("unchecked") // it is one of any type
    public static <T> Event<T> in(List<Object> fired) {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    fired.add(arguments[0]);
                    return null;
                });
    }
}
