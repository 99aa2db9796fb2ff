package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Policy: whom the service may be made to call (OWASP API7:2023, server side request forgery). Public addresses by TLS only;
 * others only where the deployment names the host. Callers connect to the address that was checked, not to the name again.
 */
@ApplicationScoped
class AddressGuard {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** How names are looked up. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final List<String> allowed;
    private final Names names;

    @Inject
    AddressGuard(PullConfig config) {
        this(config, InetAddress::getAllByName);
    }

    AddressGuard(PullConfig config, Names names) {
        this.names = names;
        allowed = config.allowedPrivateHosts().orElse(List.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a URL has the form that may be called at all; the address is looked at when it is called. */
    boolean mayBeNamed(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isAllowed(uri)));
    }

    /** The address to connect to. */
    InetAddress require(URI uri) {
        if (!mayBeNamed(uri)) {
            throw PullFailure.lasting("address.refused");
        }
        var addresses = resolve(uri.getHost());
        for (var address : addresses) {
            if (!isPublic(address) && !isAllowed(uri)) {
                throw PullFailure.lasting("address.refused");
            }
        }
        return addresses[0];
    }

    private boolean isAllowed(URI uri) {
        return allowed.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private InetAddress[] resolve(String host) {
        try {
            return names.addresses(host);
        } catch (UnknownHostException e) {
            throw PullFailure.passing("address.unknown", PAUSE);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    /** Not: this network, shared space of carriers, protocol assignments and tests, benchmarks, reserved (RFC 6890). */
    private static boolean isPublic(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first != 0
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113)
                && first < 240;
    }

    /** Global unicast only, and none that carries an IPv4 address within (RFC 4291, 3056, 4380, 6052). */
    private static boolean isPublicSix(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean documentation = first == 0x20 && second == 1 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
        boolean teredo = first == 0x20 && second == 1 && bytes[2] == 0 && bytes[3] == 0;
        boolean sixToFour = first == 0x20 && second == 2;
        return (first & 0xe0) == 0x20 && !documentation && !teredo && !sixToFour;
    }
}
