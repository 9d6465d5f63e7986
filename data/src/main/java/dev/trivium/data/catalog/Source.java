package dev.trivium.data.catalog;

import java.net.URI;

/** Where a file of a data set comes from. */
public sealed interface Source permits Source.Download, Source.Member, Source.Shipped, Source.ByHand {

    /**
     * The file itself lies at an address.
     *
     * @param url http or https address
     */
    record Download(URI url) implements Source {}

    /**
     * The file is a member of a zip archive, which is fetched, unpacked and removed.
     *
     * @param archive the archive; its own source is a download
     * @param path    name of the member inside the archive
     */
    record Member(DataFile archive, String path) implements Source {}

    /** The file ships in the jar; see {@link dev.trivium.data.sample.Samples}. */
    record Shipped() implements Source {}

    /**
     * No address gives this very file; it has to be put into the cache or a mirror by hand.
     *
     * @param page address of a page where the data can be had
     */
    record ByHand(URI page) implements Source {}

    /** {@return the address a person would open to get the file or its archive, or {@code "ships with the library"}} */
    default String where() {
        if (this instanceof Download download) {
            return download.url().toString();
        }
        if (this instanceof Member member) {
            return member.path() + " in " + member.archive().source().where();
        }
        if (this instanceof ByHand byHand) {
            return byHand.page().toString();
        }
        return "ships with the library";
    }
}
