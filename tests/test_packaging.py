"""The project's own packages are the ones that run, whatever else is installed, and nothing tells of a machine."""

import importlib
import importlib.metadata
import re
import subprocess
import sys

import pytest
from conftest import ROOT

PACKAGES = ("crawler", "pipelines", "db", "tuitionary")


@pytest.mark.parametrize("package", PACKAGES)
def test_our_packages_come_from_this_checkout(package):
    assert importlib.import_module(package).__file__.startswith(str(ROOT))


@pytest.mark.parametrize("package", [*PACKAGES, "tests"])
def test_no_other_distribution_brings_a_package_of_our_name(package):
    distributions = importlib.metadata.packages_distributions().get(package, [])
    assert set(distributions) <= {"tuitionary"}


@pytest.mark.parametrize("stray", PACKAGES[:3])
def test_a_stray_module_does_not_shadow_ours(stray, tmp_path):
    (tmp_path / f"{stray}.py").write_text("raise SystemExit('shadowed')")
    run = subprocess.run(
        [sys.executable, "-P", "-c", "import tuitionary; tuitionary.main(['sources'])"],
        env={"PYTHONPATH": f"{tmp_path}:{ROOT}", "PATH": ""}, cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "us_ipeds" in run.stdout


def test_the_lock_is_exact_and_names_no_host():
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[a-z0-9.-]+==[\w.]+", pin) for pin in pins)


def test_every_dependency_is_in_the_lock():
    locked = {line.split("==")[0] for line in (ROOT / "requirements.lock").read_text().splitlines()}
    for requirement in importlib.metadata.requires("tuitionary"):
        name = re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")
        assert name in locked, requirement


def test_the_application_cannot_be_uploaded():
    assert "Private :: Do Not Upload" in importlib.metadata.metadata("tuitionary").get_all("Classifier")
