"""Headless Chromium, led by its DevTools protocol over two pipes (--remote-debugging-pipe): messages in JSON that end with
a NUL, https://chromedevtools.github.io/devtools-protocol/.

    with Chromium() as browser:
        browser.open("http://127.0.0.1:8000/")
        browser.value("document.title")
"""
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAM = shutil.which("chromium")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--force-renderer-accessibility")


class Chromium:
    def __init__(self, *options):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self.out = os.pipe()
        self.come, theirs_out = os.pipe()
        # The protocol is spoken on descriptors 3 and 4.
        command = 'exec "$0" "$@" 3<&%d 4>&%d' % (theirs_in, theirs_out)
        self.process = subprocess.Popen(
            ["bash", "-c", command, PROGRAM, *QUIET, "--remote-debugging-pipe", "--user-data-dir=" + self.profile.name,
             *options, "about:blank"],
            pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number, self.rest, self.session = 0, b"", None
        page = next(each for each in self.ask("Target.getTargets")["targetInfos"] if each["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.profile.cleanup()

    def message(self, seconds):
        """The next one, or None where none comes in time."""
        ends = time.monotonic() + seconds
        while b"\0" not in self.rest:
            if not select.select([self.come], [], [], max(0, ends - time.monotonic()))[0]:
                return None
            more = os.read(self.come, 1 << 20)
            if not more:
                raise EOFError("chromium has ended")
            self.rest += more
        first, _, self.rest = self.rest.partition(b"\0")
        return json.loads(first)

    def ask(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.out, json.dumps(request).encode() + b"\0")
        while answer := self.message(60):
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]["message"]))
                return answer["result"]
        raise TimeoutError(method)

    def open(self, address):
        self.ask("Page.enable")
        self.ask("Page.navigate", url=address)

    def value(self, expression):
        """Of an expression in JavaScript; promises are waited for."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "fault in " + expression))
        return answer["result"].get("value")

    def wait_for(self, expression, seconds=30):
        ends = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > ends:
                raise TimeoutError(expression)
            time.sleep(0.05)

    def accessible(self):
        """The accessibility tree as screen readers get it: nodes of the protocol's Accessibility domain, in their order."""
        self.ask("Accessibility.enable")
        return self.ask("Accessibility.getFullAXTree")["nodes"]
