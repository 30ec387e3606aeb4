package io.millrace.api.notify;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells the open network from our own: a webhook must not be a way to the machines beside us. The JDK keeps what a name
 * was resolved to for half a minute, so the request goes where we looked.
 */
final class PublicAddress {

    private PublicAddress() {}

    /** Whether all that the name stands for is on the open network. */
    static boolean isEvery(final String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is);
    }

    static boolean is(final InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        final byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    private static boolean isPublic4(final byte[] bytes) {
        final int first = bytes[0] & 0xff;
        final int second = bytes[1] & 0xff;
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Only what is handed out as global, and nothing that wraps an older address. */
    private static boolean isPublic6(final byte[] bytes) {
        final int first = bytes[0] & 0xff;
        final boolean global = (first & 0xe0) == 0x20;
        final boolean wraps = first == 0x20 && (bytes[1] & 0xff) == 0x02
                || first == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !wraps;
    }
}
