"""What the samples say, in the contract's shape: agencies, places and numbers are made up, the laws are real."""

from samples.catalogues.culture import culture
from samples.catalogues.subsidies import subsidies
from samples.catalogues.water import water

__all__ = ["culture", "subsidies", "water"]
